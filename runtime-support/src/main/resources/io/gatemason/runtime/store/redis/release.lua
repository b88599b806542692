-- KEYS: the prefix of a set of names. ARGV: the process, a name. 0 if others have inherited what the process owned.
if redis.call('HGET', KEYS[1] .. 'owners', ARGV[2]) == ARGV[1] then
  redis.call('HDEL', KEYS[1] .. 'owners', ARGV[2])
end
local known = redis.call('HDEL', KEYS[1] .. 'owned/' .. ARGV[1], ARGV[2])
if known == 0 and redis.call('EXISTS', KEYS[1] .. 'dead/' .. ARGV[1]) == 1 then
  return 0
end
return 1
