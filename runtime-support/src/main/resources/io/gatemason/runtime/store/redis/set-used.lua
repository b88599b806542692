-- Sets what was used of a quota. KEYS: its counter. ARGV: count, first day of the period, today, what is left.
-- A higher generation tells the processes that what they know counts no more.
redis.call('HINCRBY', KEYS[1], 'generation', 1)
redis.call('HSET', KEYS[1], 'used', ARGV[1], 'period', ARGV[2], 'left' .. ARGV[3], ARGV[4])
redis.call('EXPIRE', KEYS[1], 8208000)
return 0
