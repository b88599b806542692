def log = new File(basedir, 'build.log').text
assert log.contains('error GM2201: there is no class "com.example.Order"')
assert log.contains('orders = com.example.Order')
