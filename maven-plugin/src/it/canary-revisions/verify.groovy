import io.gatemason.maven.it.RunningJar

def log = new File(basedir, 'build.log').text
assert log.contains('Nothing to do: 1 document unchanged')

RunningJar.start(new File(basedir, 'target/orders.jar')).withCloseable { service ->
  assert service.get('/dev/orders') == '200 {"answer": "three"}'
  // Every request is drawn by itself: that 200 of them give one answer has a chance of 1 in 10^60.
  def answers = (1..200).collect { service.get('/prod/orders') }.countBy { it }
  assert answers.keySet() == ['200 {"answer": "one"}', '200 {"answer": "two"}'] as Set
}
