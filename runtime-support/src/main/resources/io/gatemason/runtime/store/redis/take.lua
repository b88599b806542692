-- Judges requests one after the other: takes one of every limit of a request, or of none. All keys are in one slot.
-- KEYS: token buckets, each a number: when it will be full; then counters of quotas.
-- ARGV: number of buckets, number of counters; rate and burst of each bucket;
--       of each counter: limit, first day of the period, today, and what the caller knows: count, generation;
--       of each request: how many limits, and their places among KEYS.
-- Gives: of each request, the index of the limit that refuses or -1; tokens left in each bucket; count and generation of each counter.
local call = redis.call
local time = call('TIME')
-- Seconds since a day that is near, which leaves a number more digits behind the point.
local now = time[1] - 1700000000 + time[2] / 1000000
local buckets = tonumber(ARGV[1])
local all = buckets + ARGV[2]
local rate, burst, left, taken = {}, {}, {}, {}
local limit, used, generation, period, day, today = {}, {}, {}, {}, {}, {}
local at = 3
local full = buckets > 0 and call('MGET', unpack(KEYS, 1, buckets))
for i = 1, buckets do
  rate[i] = tonumber(ARGV[at])
  burst[i] = tonumber(ARGV[at + 1])
  local missing = ((tonumber(full[i]) or 0) - now) * rate[i]
  left[i] = rate[i] == 0 and 0 or burst[i] - math.max(0, math.min(burst[i], missing))
  at = at + 2
end
for i = buckets + 1, all do
  local key, told = KEYS[i], tonumber(ARGV[at + 3])
  period[i], day[i] = ARGV[at + 1], ARGV[at + 2]
  local counter = call('HMGET', key, 'period', 'used', 'generation', 'used' .. day[i])
  if tonumber(counter[1]) == day[i] + 1 then
    -- It is after midnight, for others at least: counted like theirs, or counts would begin anew with each request.
    period[i], day[i], told = counter[1], counter[1], -math.huge
    counter[4] = call('HGET', key, 'used' .. day[i])
  end
  limit[i] = tonumber(ARGV[at])
  generation[i] = tonumber(counter[3]) or 0
  used[i] = counter[1] == period[i] and tonumber(counter[2]) or 0
  today[i] = tonumber(counter[4]) or 0
  if told > used[i] and tonumber(ARGV[at + 4]) >= generation[i] then
    generation[i] = tonumber(ARGV[at + 4])
    used[i] = told
    call('HSET', key, 'period', period[i], 'used', told, 'generation', generation[i])
    call('EXPIRE', key, 8208000)
  end
  at = at + 5
end

local answer = {}
while ARGV[at] do
  local last = at + ARGV[at]
  local verdict = -1
  for place = at + 1, last do
    local i = tonumber(ARGV[place])
    if i > buckets and used[i] >= limit[i] or i <= buckets and left[i] < 1 then
      verdict = place - at - 1
      break
    end
  end
  if verdict < 0 then
    for place = at + 1, last do
      local i = tonumber(ARGV[place])
      taken[i] = (taken[i] or 0) + 1
      if i > buckets then
        used[i] = used[i] + 1
      else
        left[i] = left[i] - 1
      end
    end
  end
  answer[#answer + 1] = verdict
  at = last + 1
end

for i = 1, buckets do
  if taken[i] then
    local seconds = (burst[i] - left[i]) / rate[i]
    call('SET', KEYS[i], now + seconds, 'EX', math.ceil(math.min(seconds, 1e9)) + 60)
  end
  answer[#answer + 1] = math.floor(math.min(left[i], 9e15))
end
for i = buckets + 1, all do
  if taken[i] then
    local first = 3 + 2 * buckets + 5 * (i - buckets - 1)
    local key = KEYS[i]
    -- A limit that no number holds exactly is none: what is left stays the same.
    local remains = limit[i] > 9e15 and ARGV[first] or limit[i] - used[i]
    call('HSET', key, 'period', period[i], 'used', used[i], 'generation', generation[i],
      'used' .. day[i], today[i] + taken[i], 'left' .. day[i], remains)
    if today[i] == 0 then
      for _, field in ipairs(call('HKEYS', key)) do
        local past = tonumber(string.match(field, '%d+$'))
        if past and past < day[i] - 93 then
          call('HDEL', key, field)
        end
      end
      call('EXPIRE', key, 8208000)
    end
  end
  answer[#answer + 1] = used[i]
  answer[#answer + 1] = generation[i]
end
return answer
