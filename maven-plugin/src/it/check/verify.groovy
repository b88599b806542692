import com.fasterxml.jackson.databind.ObjectMapper

def log = new File(basedir, 'build.log').text
assert log =~ /orders\.openapi\.yaml:\d+:\d+: error GM1001: /
assert log.contains('The documents have 1 error.')

def report = new ObjectMapper().readTree(new File(basedir, 'target/gatemason/diagnostics.json'))
assert report.at('/counts/error').intValue() == 1
assert report.at('/diagnostics/0/code').textValue() == 'GM1001'
assert !new File(basedir, 'target/generated-sources').exists()
