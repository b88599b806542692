-- KEYS: the prefix of a set of names. ARGV: the process, a name, what its heir is given. 0 if others take the process for dead.
if redis.call('EXISTS', KEYS[1] .. 'dead/' .. ARGV[1]) == 1 then
  return 0
end
redis.call('HSET', KEYS[1] .. 'owners', ARGV[2], ARGV[1])
redis.call('HSET', KEYS[1] .. 'owned/' .. ARGV[1], ARGV[2], ARGV[3])
return 1
