import java.nio.file.Files

assert Files.mismatch(
    new File(basedir, 'first.jar').toPath(), new File(basedir, 'second.jar').toPath()) == -1
