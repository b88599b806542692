-- KEYS: the prefix of a set of names. ARGV: the process, milliseconds for which it is believed alive, how many names it may inherit now.
-- 'dead' if the others believe so; else 'new' or 'known', and names with what their heir is given.
if redis.call('EXISTS', KEYS[1] .. 'dead/' .. ARGV[1]) == 1 then
  return { 'dead' }
end
local processes = KEYS[1] .. 'processes'
local all = { redis.call('SADD', processes, ARGV[1]) == 1 and 'new' or 'known' }
redis.call('SET', KEYS[1] .. 'alive/' .. ARGV[1], '1', 'PX', ARGV[2])
local most = tonumber(ARGV[3])
if most == 0 then
  return all
end
for _, other in ipairs(redis.call('SMEMBERS', processes)) do
  if redis.call('EXISTS', KEYS[1] .. 'alive/' .. other) == 0 then
    local owned = KEYS[1] .. 'owned/' .. other
    redis.call('SET', KEYS[1] .. 'dead/' .. other, ARGV[1], 'EX', 86400)
    local left = redis.call('HSCAN', owned, '0', 'COUNT', most)[2]
    for i = 1, #left, 2 do
      redis.call('HDEL', owned, left[i])
      -- The heir's own heirs have it if it dies before it is done.
      redis.call('HSET', KEYS[1] .. 'owned/' .. ARGV[1], left[i], left[i + 1])
      if redis.call('HGET', KEYS[1] .. 'owners', left[i]) == other then
        redis.call('HDEL', KEYS[1] .. 'owners', left[i])
      end
      all[#all + 1] = left[i]
      all[#all + 1] = left[i + 1]
    end
    if redis.call('EXISTS', owned) == 0 then
      redis.call('SREM', processes, other)
      redis.call('DEL', KEYS[1] .. 'inbox/' .. other)
    end
    if #all > most then
      break
    end
  end
end
return all
