-- KEYS: the prefix of a set of names. ARGV: the process that asked, the number of its question and the answer.
local inbox = KEYS[1] .. 'inbox/' .. ARGV[1]
redis.call('RPUSH', inbox, ARGV[2])
redis.call('PEXPIRE', inbox, 10000)
return 1
