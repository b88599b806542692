-- KEYS: the prefix of a set of names. ARGV: the process, which goes; what it still owns is inherited at once.
redis.call('DEL', KEYS[1] .. 'alive/' .. ARGV[1])
redis.call('DEL', KEYS[1] .. 'inbox/' .. ARGV[1])
if redis.call('EXISTS', KEYS[1] .. 'owned/' .. ARGV[1]) == 0 then
  redis.call('SREM', KEYS[1] .. 'processes', ARGV[1])
end
return 1
