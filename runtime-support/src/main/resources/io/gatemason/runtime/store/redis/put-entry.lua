-- KEYS: the generation of a set of entries. ARGV: the digest of an entry's name; entry and milliseconds to live, or neither to remove it.
local name = KEYS[1] .. ':' .. (redis.call('GET', KEYS[1]) or '0') .. ':' .. ARGV[1]
if ARGV[2] then
  redis.call('SET', name, ARGV[2], 'PX', ARGV[3])
else
  redis.call('DEL', name)
end
return 0
