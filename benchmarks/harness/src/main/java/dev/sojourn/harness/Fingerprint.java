package dev.sojourn.harness;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The hash of the code a study measures: equal hashes, one series of results. */
final class Fingerprint {
  /*
   * Implementation notes. Hashed are the study, its nested classes, and every class of this
   * project they lead to; not the measuring core, whose changes are told apart by its version,
   * nor other people's libraries. What does not run is left out, so that a moved line, a reworded
   * question or another week starts no new series: line numbers, local names, the source file's
   * name, and the annotations of studies themselves. Parameters are part of an arm's identity
   * already.
   */
  private static final String OURS = "dev.sojourn.";
  private static final List<String> NOT_MEASURED =
      List.of("dev.sojourn.harness.", "dev.sojourn.results.");
  private static final Set<ClassDesc> WORDS =
      Set.of(desc(Study.class), desc(Claim.class), desc(Claims.class));
  private static final ClassFile PLAIN =
      ClassFile.of(
          ClassFile.DebugElementsOption.DROP_DEBUG,
          ClassFile.LineNumbersOption.DROP_LINE_NUMBERS,
          ClassFile.ConstantPoolSharingOption.NEW_POOL);
  private static final int SHOWN_BYTES = 8;

  private Fingerprint() {}

  static String of(Class<?> study) {
    return of(study, "");
  }

  /** The fingerprint of a study's code and of the conditions it declares for its forks. */
  static String of(Class<?> study, String conditions) {
    MessageDigest digest = sha256();
    digest.update(conditions.getBytes(StandardCharsets.UTF_8));
    classes(study)
        .forEach(
            (name, model) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(PLAIN.transformClass(model, Fingerprint::keep));
            });
    return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
  }

  private static Map<String, ClassModel> classes(Class<?> study) {
    Map<String, ClassModel> found = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(study.getName()));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!found.containsKey(name)) {
        Bytecode.find(name, Bytecode.loader(study))
            .map(PLAIN::parse)
            .ifPresent(
                model -> {
                  found.put(name, model);
                  open.addAll(references(model, study.getName()));
                });
      }
    }
    return found;
  }

  private static List<String> references(ClassModel model, String study) {
    List<String> names = new ArrayList<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof ClassEntry type && measured(binaryName(type), study)) {
        names.add(binaryName(type));
      }
    }
    model
        .findAttribute(Attributes.nestMembers())
        .map(NestMembersAttribute::nestMembers)
        .ifPresent(members -> members.forEach(member -> names.add(binaryName(member))));
    return names;
  }

  private static boolean measured(String name, String study) {
    if (name.startsWith(study + "$")) {
      return true;
    }
    return name.startsWith(OURS)
        && !name.contains(".jmh_generated.")
        && NOT_MEASURED.stream().noneMatch(name::startsWith);
  }

  private static String binaryName(ClassEntry entry) {
    String name = entry.asInternalName();
    boolean array = name.startsWith("[");
    String element = array ? name.replaceFirst("^\\[+L?", "").replace(";", "") : name;
    return element.replace('/', '.');
  }

  private static void keep(ClassBuilder builder, ClassElement element) {
    switch (element) {
      case SourceFileAttribute _ -> {}
      case RuntimeVisibleAnnotationsAttribute all -> {
        List<Annotation> kept =
            all.annotations().stream().filter(a -> !WORDS.contains(a.classSymbol())).toList();
        if (!kept.isEmpty()) {
          builder.with(RuntimeVisibleAnnotationsAttribute.of(kept));
        }
      }
      default -> builder.with(element);
    }
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
    }
  }
}
