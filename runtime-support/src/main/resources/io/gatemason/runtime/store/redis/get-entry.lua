-- KEYS: the generation of a set of entries. ARGV: the digest of an entry's name.
return redis.call('GET', KEYS[1] .. ':' .. (redis.call('GET', KEYS[1]) or '0') .. ':' .. ARGV[1])
