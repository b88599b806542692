package io.gatemason.generator.read.content;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** A folder of a Git work tree as it was at a commit. Links are no files. */
final class GitFolder implements FolderContent {
  private final Repository repository;
  private final ObjectId tree;
  private final Path root;
  private final String below;
  private final String mark;

  /**
   * Names a folder; nothing is read yet.
   *
   * @param tree the root of the commit
   * @param root where the folder is on the disk
   * @param below its path in the work tree, with {@code /}; empty text for the whole of it
   */
  GitFolder(Repository repository, ObjectId tree, Path root, String below, String mark) {
    this.repository = repository;
    this.tree = tree;
    this.root = root;
    this.below = below;
    this.mark = mark;
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public String mark() {
    return mark;
  }

  @Override
  public boolean isFile(Path file) throws IOException {
    return blob(file).isPresent();
  }

  @Override
  public Path real(Path file) {
    return file;
  }

  @Override
  public Optional<byte[]> bytes(Path file, long most) throws IOException {
    ObjectId blob =
        blob(file).orElseThrow(() -> new FileNotFoundException(file.getFileName() + mark));
    ObjectLoader content = repository.open(blob, Constants.OBJ_BLOB);
    return content.getSize() > most ? Optional.empty() : Optional.of(content.getBytes());
  }

  @Override
  public Optional<List<String>> names(Path folder) throws IOException {
    List<String> names =
        walk(1, inTree(folder)).stream().map(file -> file.getFileName().toString()).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  @Override
  public List<Path> files(int deepest) throws IOException {
    return walk(deepest, below).stream().sorted().toList();
  }

  private List<Path> walk(int deepest, String folder) throws IOException {
    List<Path> files = new ArrayList<>();
    int start = folder.isEmpty() ? 0 : folder.split("/", -1).length;
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      if (!folder.isEmpty()) {
        walk.setFilter(PathFilter.create(folder));
      }
      while (walk.next()) {
        boolean onTheWay = walk.getDepth() < start;
        if (walk.isSubtree() && (onTheWay || walk.getDepth() - start + 1 < deepest)) {
          walk.enterSubtree();
        } else if (!onTheWay && isFile(walk)) {
          files.add(root.resolve(pathBelow(walk.getPathString())).normalize());
        }
      }
    }
    files.removeIf(file -> !file.startsWith(root));
    return files;
  }

  private String pathBelow(String inTree) {
    return below.isEmpty() ? inTree : inTree.substring(below.length() + 1);
  }

  private Optional<ObjectId> blob(Path file) throws IOException {
    String path = inTree(file);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
      return walk != null && isFile(walk) ? Optional.of(walk.getObjectId(0)) : Optional.empty();
    }
  }

  private String inTree(Path file) {
    String relative = root.relativize(file).toString().replace('\\', '/');
    return below.isEmpty() || relative.isEmpty() ? below + relative : below + "/" + relative;
  }

  private static boolean isFile(TreeWalk walk) {
    FileMode mode = walk.getFileMode(0);
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }
}
