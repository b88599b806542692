-- Gives back one token. KEYS: a token bucket. ARGV: its burst.
local left = redis.call('HGET', KEYS[1], 'left')
if left then
  redis.call('HSET', KEYS[1], 'left', string.format('%.6f', math.min(tonumber(ARGV[1]), tonumber(left) + 1)))
end
return 0
