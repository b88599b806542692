def log = new File(basedir, 'build.log').text
assert log.count('warning GM2122: ') == 2
assert log.count('BUILD SUCCESS') == 2
assert log.contains('Nothing usable was generated: 1 warning.')
