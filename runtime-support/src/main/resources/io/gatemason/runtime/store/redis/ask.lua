-- KEYS: the prefix of a set of names. ARGV: a name, the id of the question, the question, milliseconds for which it may be read. 0 if nobody owns the name.
local owner = redis.call('HGET', KEYS[1] .. 'owners', ARGV[1])
if not owner or redis.call('EXISTS', KEYS[1] .. 'dead/' .. owner) == 1 then
  return 0
end
local inbox = KEYS[1] .. 'inbox/' .. owner
redis.call('SET', KEYS[1] .. 'question/' .. ARGV[2], ARGV[3], 'PX', ARGV[4])
redis.call('RPUSH', inbox, 'q' .. ARGV[2])
redis.call('PEXPIRE', inbox, 10000)
return 1
