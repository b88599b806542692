-- KEYS: the prefix of a set of names. ARGV: the process, a letter from its inbox, how many more to take. Letters, each with the question that it announces, if it is one that may still be read.
local letters = { ARGV[2] }
for _ = 1, tonumber(ARGV[3]) do
  local letter = redis.call('LPOP', KEYS[1] .. 'inbox/' .. ARGV[1])
  if not letter then
    break
  end
  letters[#letters + 1] = letter
end
local all = {}
for _, letter in ipairs(letters) do
  local text = ''
  if string.sub(letter, 1, 1) == 'q' then
    local name = KEYS[1] .. 'question/' .. string.sub(letter, 2)
    text = redis.call('GET', name) or ''
    redis.call('DEL', name)
  end
  all[#all + 1] = letter
  all[#all + 1] = text
end
return all
