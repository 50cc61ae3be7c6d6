package org.communitydesk.contract;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Classes as the compiler left them, for rules about code. */
public final class CompiledCode {

  private static final Path SANDBOX = Path.of("target/sandbox-classes").toAbsolutePath();

  private CompiledCode() {}

  /**
   * What was compiled together with a class and lies in its package or below; never the tests of
   * it, nor the sandbox, which Maven copies among the tests' classes.
   */
  public static JavaClasses around(Class<?> type) {
    try {
      Path compiled = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter()
          .withImportOption(
              place ->
                  Files.notExists(SANDBOX.resolve(compiled.relativize(Path.of(place.asURI())))))
          .importPath(compiled.resolve(type.getPackageName().replace('.', '/')));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The sandbox, which is compiled after the product and against it. */
  public static JavaClasses ofTheSandbox() {
    return new ClassFileImporter().importPath(SANDBOX);
  }
}
