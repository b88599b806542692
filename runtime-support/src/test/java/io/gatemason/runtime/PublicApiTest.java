package io.gatemason.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What compiled gateways call of the runtime is kept in {@code public-api.txt}, one line a class or
 * member. A line that goes or changes breaks jars that were built before; {@code
 * -Dgatemason.accept} records a change that is meant, whose migration the changelog then states.
 */
final class PublicApiTest {
  /** The rooms of the server, which nobody but the server calls. */
  private static final String INSIDE = "io.gatemason.runtime.server.";

  private static final Path RECORD = Path.of("src/test/resources/public-api.txt");

  @Test
  void isTheRecordedOne() throws IOException {
    Set<String> now = api();
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.write(RECORD, now, StandardCharsets.UTF_8);
    }
    Set<String> recorded = new TreeSet<>(Files.readAllLines(RECORD, StandardCharsets.UTF_8));

    assertEquals("", differences(recorded, now), "accept what is meant with -Dgatemason.accept");
  }

  private static String differences(Set<String> recorded, Set<String> now) {
    return Stream.concat(
            recorded.stream().filter(line -> !now.contains(line)).map(line -> "- " + line),
            now.stream().filter(line -> !recorded.contains(line)).map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> api() {
    Set<String> lines = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.gatemason.runtime")
            .stream()
            .filter(type -> isPublic(type) && !type.getPackageName().startsWith(INSIDE))
            .forEach(each -> lines.addAll(lines(each)));
    return lines;
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
        && type.getEnclosingClass().map(PublicApiTest::isPublic).orElse(true);
  }

  private static List<String> lines(JavaClass type) {
    List<String> lines = new ArrayList<>();
    String parents =
        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
            .map(JavaClass::getName)
            .filter(name -> !name.equals("java.lang.Object"))
            .sorted()
            .collect(Collectors.joining(", "));
    lines.add(
        type.getName()
            + modifiers(type.getModifiers())
            + (parents.isEmpty() ? "" : " extends " + parents));
    for (JavaMember member : type.getMembers()) {
      if (isCalledFromOutside(member)) {
        lines.add(line(member));
      }
    }
    return lines;
  }

  private static boolean isCalledFromOutside(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    boolean open =
        modifiers.contains(JavaModifier.PUBLIC)
            || (modifiers.contains(JavaModifier.PROTECTED)
                && !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
    return open && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static String line(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getFullName()
          + ": "
          + field.getRawType().getName()
          + modifiers(field.getModifiers());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return code.getFullName()
        + ": "
        + code.getRawReturnType().getName()
        + modifiers(code.getModifiers());
  }

  private static String modifiers(Set<JavaModifier> modifiers) {
    return Stream.of(
            JavaModifier.STATIC, JavaModifier.FINAL, JavaModifier.ABSTRACT, JavaModifier.PROTECTED)
        .filter(modifiers::contains)
        .map(modifier -> " " + modifier.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
