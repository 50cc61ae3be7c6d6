package org.communitydesk.privacy;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that is kept of a person: rows by subject matter, and files by name. */
public final class Export {

  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
  private final Map<String, Supplier<InputStream>> files = new LinkedHashMap<>();

  public Export rows(String matter, List<Map<String, Object>> found) {
    rows.put(matter, found);
    return this;
  }

  /**
   * The name becomes harmless: what is no letter, digit, dot or dash is replaced.
   *
   * @param content opened when the file is handed over
   */
  public Export file(String name, Supplier<InputStream> content) {
    files.put("files/" + name.replaceAll("[^\\p{L}\\p{Nd}.\\-]", "_"), content);
    return this;
  }

  public Map<String, List<Map<String, Object>>> rows() {
    return rows;
  }

  public Map<String, Supplier<InputStream>> files() {
    return files;
  }
}
