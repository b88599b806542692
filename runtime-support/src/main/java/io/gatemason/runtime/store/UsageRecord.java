package io.gatemason.runtime.store;

import java.util.List;

/**
 * A counter of a quota as it is written down.
 *
 * @param period the first day of the period, in days since 1970
 * @param used requests in the period
 * @param days rows in ascending order
 */
record UsageRecord(long period, long used, List<UsageDay> days) {}
