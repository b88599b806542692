import org.eclipse.jgit.api.Git

// The project as its repository has it: two releases, and a document that goes on.
def document = new File(basedir, 'src/main/gateway/orders.openapi.yaml')

Git.init().setDirectory(basedir).call().withCloseable { git ->
  def release = { version ->
    git.add().addFilepattern('src').call()
    git.commit().setMessage(version).setAuthor('a', 'a@example.com').setCommitter('a', 'a@example.com').setSign(false).call()
    git.tag().setName(version).setAnnotated(false).call()
  }
  release('v1.0.0')
  document.text = document.text.replace('"one"', '"two"')
  release('v1.1.0')
  document.text = document.text.replace('"two"', '"three"')
}

// Anything but true keeps the build from being run.
return true
