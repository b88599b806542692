-- Gives back one token. KEYS: a token bucket. ARGV: its burst.
local bucket = redis.call('GET', KEYS[1])
local lives = redis.call('PTTL', KEYS[1])
if bucket and lives > 0 then
  local tokens, at = string.match(bucket, '^(%S+) (%S+)$')
  tokens = math.min(tonumber(ARGV[1]), tonumber(tokens) + 1)
  redis.call('SET', KEYS[1], string.format('%.6f ', tokens) .. at, 'PX', lives)
end
return 0
