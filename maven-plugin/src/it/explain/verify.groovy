def log = new File(basedir, 'build.log').text
assert log.contains('# GM1001: ')
assert log.contains('## Right')
