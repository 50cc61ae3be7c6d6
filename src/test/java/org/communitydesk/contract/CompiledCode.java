package org.communitydesk.contract;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Classes as the compiler left them, for rules about code. */
public final class CompiledCode {

  private CompiledCode() {}

  /**
   * What was compiled together with a class and lies in its package or below; never the tests of
   * it.
   */
  public static JavaClasses around(Class<?> type) {
    try {
      Path compiled = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter()
          .importPath(compiled.resolve(type.getPackageName().replace('.', '/')));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
