package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What was packed; run by Maven once the jars are there, so not named like the other tests. */
class JarContents {

  private static final Path TARGET = Path.of("target");
  private static final String CLASSES = "BOOT-INF/classes/";

  @Test
  void theProductHoldsNothingOfTheSandbox() throws IOException {
    Set<String> product = entries("community-desk.jar");

    assertThat(product).contains(CLASSES + "org/communitydesk/CommunityDesk.class");
    assertThat(product).noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("sandbox"));
    assertThat(product).doesNotContainAnyElementsOf(ofTheSandbox());
    assertThat(starts("community-desk.jar")).isEqualTo("org.communitydesk.CommunityDesk");
  }

  @Test
  void theSandboxIsTheProductAndWhatItAdds() throws IOException {
    Set<String> sandbox = entries("community-desk-sandbox.jar");

    assertThat(sandbox)
        .containsAll(entries("community-desk.jar"))
        .containsAll(ofTheSandbox())
        .contains(CLASSES + "application-sandbox.yml", CLASSES + "sandbox/sandbox.html");
    assertThat(starts("community-desk-sandbox.jar")).isEqualTo("org.communitydesk.sandbox.Sandbox");
  }

  @Test
  void theProductSaysWhatItHoldsOfOthers() throws IOException {
    assertThat(entries("community-desk.jar")).contains("META-INF/LICENSE", "META-INF/NOTICE");
    assertThat(text("META-INF/THIRD-PARTY.txt"))
        .contains("(LGPL-2.1) Russian module for LanguageTool")
        .contains("org.camunda.bpm:camunda-engine:");
    assumeFalse(Boolean.getBoolean("maven.offline"), "Maven writes no bill of materials offline");
    assertThat(text("META-INF/sbom/application.cdx.json"))
        .contains("\"name\" : \"camunda-engine\"")
        .doesNotContain("\"name\" : \"junit-jupiter\"");
  }

  private static String text(String entry) throws IOException {
    try (JarFile jar = new JarFile(TARGET.resolve("community-desk.jar").toFile());
        InputStream content = jar.getInputStream(jar.getJarEntry(entry))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Without what both have, as generated metadata. */
  private static List<String> ofTheSandbox() throws IOException {
    Path compiled = TARGET.resolve("sandbox-classes");
    try (Stream<Path> files = Files.walk(compiled)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> compiled.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.startsWith("META-INF/"))
          .map(file -> CLASSES + file)
          .toList();
    }
  }

  private static Set<String> entries(String jar) throws IOException {
    try (JarFile file = new JarFile(TARGET.resolve(jar).toFile())) {
      return new TreeSet<>(file.stream().map(ZipEntry::getName).toList());
    }
  }

  private static String starts(String jar) throws IOException {
    try (JarFile file = new JarFile(TARGET.resolve(jar).toFile())) {
      return file.getManifest().getMainAttributes().getValue("Start-Class");
    }
  }
}
