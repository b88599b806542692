-- Takes one of every limit of a request, or of none. All keys are in one slot.
-- KEYS: token buckets, each a number: when it will be full; then perhaps the counter of a quota.
-- ARGV: number of buckets; rate and burst of each;
--       of the quota: limit, first day of the period, today, and what the caller knows: count, generation.
-- Gives: index of the limit that refuses or -1; count and generation of the quota; tokens left in each bucket.
local call = redis.call
local time = call('TIME')
-- Seconds since a day that is near, which leaves a number more digits behind the point.
local now = time[1] - 1700000000 + time[2] / 1000000
local buckets = tonumber(ARGV[1])
local answer = { -1, -1, 0 }
local verdict = -1
local rate, missing, left = {}, {}, {}
local full = buckets > 0 and call('MGET', unpack(KEYS, 1, buckets))
for i = 1, buckets do
  local burst = tonumber(ARGV[2 * i + 1])
  rate[i] = tonumber(ARGV[2 * i])
  missing[i] = math.max(0, math.min(burst, ((tonumber(full[i]) or 0) - now) * rate[i]))
  left[i] = rate[i] == 0 and 0 or burst - missing[i]
  if verdict < 0 and left[i] < 1 then
    verdict = i - 1
  end
end

if #KEYS > buckets then
  local key = KEYS[buckets + 1]
  local at = 2 * buckets + 2
  local limit, period, day = tonumber(ARGV[at]), ARGV[at + 1], ARGV[at + 2]
  local told = tonumber(ARGV[at + 3])
  local counter = call('HMGET', key, 'period', 'used', 'generation', 'used' .. day)
  if tonumber(counter[1]) == day + 1 then
    -- It is after midnight, for others at least: counted like theirs, or counts would begin anew with each request.
    period, day, told = counter[1], counter[1], -math.huge
    counter[4] = call('HGET', key, 'used' .. day)
  end
  local generation = tonumber(counter[3]) or 0
  local used = counter[1] == period and tonumber(counter[2]) or 0
  if told > used and tonumber(ARGV[at + 4]) >= generation then
    generation = tonumber(ARGV[at + 4])
    used = told
    call('HSET', key, 'period', period, 'used', used, 'generation', generation)
    call('EXPIRE', key, 8208000)
  end
  if verdict < 0 and used >= limit then
    verdict = buckets
  end
  if verdict < 0 then
    used = used + 1
    local today = (tonumber(counter[4]) or 0) + 1
    -- A limit that no number holds exactly is none: what is left stays the same.
    local remains = limit > 9e15 and ARGV[at] or limit - used
    call('HSET', key, 'used', used, 'used' .. day, today, 'left' .. day, remains)
    if counter[1] ~= period then
      call('HSET', key, 'period', period)
    end
    if today == 1 then
      for _, field in ipairs(call('HKEYS', key)) do
        local past = tonumber(string.match(field, '%d+$'))
        if past and past < day - 93 then
          call('HDEL', key, field)
        end
      end
      call('EXPIRE', key, 8208000)
    end
  end
  answer[2] = used
  answer[3] = generation
end

for i = 1, buckets do
  if verdict < 0 then
    local seconds = (missing[i] + 1) / rate[i]
    call('SET', KEYS[i], now + seconds, 'EX', math.ceil(math.min(seconds, 1e9)) + 60)
    left[i] = left[i] - 1
  end
  answer[3 + i] = math.floor(math.min(left[i], 9e15))
end
answer[1] = verdict
return answer
