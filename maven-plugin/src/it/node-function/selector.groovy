def log = new File(basedir, 'npm.log')
try {
  def npm = new ProcessBuilder('npm', 'install', '--no-audit', '--no-fund', '--no-save', '--no-package-lock',
      '@serverless-stack/aws-lambda-ric@2.0.13')
      .directory(basedir).redirectErrorStream(true).redirectOutput(log).start()
  npm.outputStream.close()
  if (npm.waitFor() == 0) {
    return true
  }
  println "skipped: npm cannot install the Node client of the Runtime API, see $log"
} catch (IOException e) {
  println "skipped: there is no npm on this machine (${e.message})"
}
return false
