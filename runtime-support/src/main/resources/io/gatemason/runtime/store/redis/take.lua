-- Takes one of every limit, or of none. All keys are in one slot. A bucket is a text: tokens left, and when.
-- KEYS: token buckets, then perhaps the counter of a quota.
-- ARGV: number of buckets; rate and burst of each;
--       of the quota: limit, first day of the period, today, and what the caller knows: count, generation.
-- Gives: index of the limit that refuses or -1; count and generation of the quota; tokens left in each bucket.
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
local buckets = tonumber(ARGV[1])
local left = {}
local verdict = -1
local known = {}
if buckets > 0 then
  known = redis.call('MGET', unpack(KEYS, 1, buckets))
end
for i = 1, buckets do
  local rate = tonumber(ARGV[2 * i])
  local burst = tonumber(ARGV[2 * i + 1])
  left[i] = burst
  if known[i] then
    local tokens, at = string.match(known[i], '^(%S+) (%S+)$')
    local since = math.max(0, now - tonumber(at))
    left[i] = math.min(burst, tonumber(tokens) + since * rate)
  end
  if verdict < 0 and (rate == 0 or left[i] < 1) then
    verdict = i - 1
  end
end
local used = -1
local generation = 0
if #KEYS > buckets then
  local key = KEYS[buckets + 1]
  local at = 2 * buckets + 2
  local limit = tonumber(ARGV[at])
  local period = ARGV[at + 1]
  local day = ARGV[at + 2]
  local told = tonumber(ARGV[at + 3])
  local counter = redis.call('HMGET', key, 'period', 'used', 'generation')
  generation = tonumber(counter[3] or 0)
  used = 0
  if counter[1] == period then
    used = tonumber(counter[2])
  end
  if tonumber(ARGV[at + 4]) >= generation and told > used then
    generation = tonumber(ARGV[at + 4])
    used = told
    redis.call('HSET', key, 'period', period, 'used', used, 'generation', generation)
    redis.call('EXPIRE', key, 8208000)
  end
  if verdict < 0 and used >= limit then
    verdict = buckets
  end
  if verdict < 0 then
    used = used + 1
    redis.call('HSET', key, 'period', period, 'used', used, 'generation', generation,
      'left' .. day, string.format('%.0f', limit - used))
    if redis.call('HINCRBY', key, 'used' .. day, 1) == 1 then
      local old = tonumber(day) - 94
      redis.call('HDEL', key, 'used' .. old, 'left' .. old)
      redis.call('EXPIRE', key, 8208000)
    end
  end
end
local answer = { verdict, used, generation }
for i = 1, buckets do
  if verdict < 0 then
    left[i] = left[i] - 1
    local seconds = math.ceil(math.min(tonumber(ARGV[2 * i + 1]) / tonumber(ARGV[2 * i]), 1e9)) + 60
    redis.call('SET', KEYS[i], string.format('%.6f %.6f', left[i], now), 'EX', seconds)
  end
  answer[3 + i] = math.floor(left[i])
end
return answer
