package io.gatemason.generator.read.content;

import io.gatemason.generator.model.service.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The Git repository around a folder. It is only read, and nothing of it is run. Not thread-safe.
 */
public final class GitRepository implements AutoCloseable {
  private final Repository repository;
  private final Path top;

  private GitRepository(Repository repository, Path top) {
    this.repository = repository;
    this.top = top;
  }

  /**
   * The repository in whose work tree a folder lies; empty where it lies in none.
   *
   * @throws IOException if the repository cannot be read
   */
  public static Optional<GitRepository> around(Path folder) throws IOException {
    for (Path top = folder.toRealPath(); top != null; top = top.getParent()) {
      if (Files.exists(top.resolve(Constants.DOT_GIT))) {
        Repository found =
            new FileRepositoryBuilder().setWorkTree(top.toFile()).setMustExist(true).build();
        return Optional.of(new GitRepository(found, top));
      }
    }
    return Optional.empty();
  }

  /**
   * What a tag, a branch or a commit means, in this order; empty where the repository does not have
   * it.
   *
   * @throws IOException if the repository cannot be read, or the name is that of several
   */
  public Optional<Revision> revision(String name) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(name);
      return id == null
          ? Optional.empty()
          : Optional.of(new Revision(name, walk.parseCommit(id).name()));
    } catch (MissingObjectException | RevisionSyntaxException e) {
      return Optional.empty();
    }
  }

  /** A folder of the work tree as it was at a revision. */
  public FolderContent folder(Path folder, Revision revision) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(ObjectId.fromString(revision.commit()));
      Path root = folder.toRealPath();
      String below = top.relativize(root).toString().replace('\\', '/');
      return new GitFolder(
          repository, commit.getTree().getId(), root, below, "@" + revision.fileName());
    }
  }

  /** Whether only the last part of the history is there. */
  public boolean isShallow() {
    return Files.exists(repository.getCommonDirectory().toPath().resolve(Constants.SHALLOW));
  }

  /** The names of all tags and branches, without {@code refs/tags/} and {@code refs/heads/}. */
  public List<String> names() throws IOException {
    return repository.getRefDatabase().getRefs().stream()
        .map(Ref::getName)
        .filter(name -> name.startsWith(Constants.R_TAGS) || name.startsWith(Constants.R_HEADS))
        .map(Repository::shortenRefName)
        .sorted()
        .toList();
  }

  /** The files that say which commit a name means; they change when it means another. */
  public List<Path> files(String name) throws IOException {
    List<Path> files = new ArrayList<>();
    Path common = repository.getCommonDirectory().toPath();
    for (Ref ref = repository.findRef(name); ref != null; ref = next(ref)) {
      boolean own = !ref.getName().startsWith(Constants.R_REFS);
      Path folder = own ? repository.getDirectory().toPath() : common;
      files.add(folder.resolve(ref.getName()));
      files.add(common.resolve(Constants.PACKED_REFS));
    }
    return files;
  }

  private static @Nullable Ref next(Ref ref) {
    return ref.isSymbolic() ? ref.getTarget() : null;
  }

  @Override
  public void close() {
    repository.close();
  }
}
