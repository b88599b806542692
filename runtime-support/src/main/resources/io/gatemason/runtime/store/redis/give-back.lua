-- Gives back one token. KEYS: a token bucket. ARGV: its rate.
local full = tonumber(redis.call('GET', KEYS[1]))
local lives = redis.call('PTTL', KEYS[1])
if full and lives > 0 then
  redis.call('SET', KEYS[1], full - 1 / ARGV[1], 'PX', lives)
end
return 0
