package dev.sojourn.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Optional;

/** Compiled classes, read from where the class loader found them. */
final class Bytecode {
  private Bytecode() {}

  /** The class file of a binary name, if the loader can still find it. */
  static Optional<byte[]> find(String binaryName, ClassLoader loader) {
    String resource = binaryName.replace('.', '/') + ".class";
    try (InputStream bytes = loader.getResourceAsStream(resource)) {
      return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Names of the methods a class itself declares, in the order of its source. */
  static List<String> methodNames(Class<?> type) {
    return find(type.getName(), loader(type)).stream()
        .flatMap(bytes -> ClassFile.of().parse(bytes).methods().stream())
        .map(method -> method.methodName().stringValue())
        .distinct()
        .toList();
  }

  static ClassLoader loader(Class<?> type) {
    ClassLoader own = type.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }
}
