-- KEYS: the generation of a set of entries. ARGV: the digest of an entry's name; entry, milliseconds to live, and the generation that it belongs to, or none of them to remove it.
local generation = redis.call('GET', KEYS[1]) or '0'
local name = KEYS[1] .. ':' .. generation .. ':' .. ARGV[1]
if not ARGV[2] then
  redis.call('DEL', name)
elseif ARGV[4] == generation then
  redis.call('SET', name, ARGV[2], 'PX', ARGV[3])
end
return 0
