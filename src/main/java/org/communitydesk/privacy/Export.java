package org.communitydesk.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is kept of a person: rows by subject matter, and files by name. */
public final class Export {

  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public Export rows(String matter, List<Map<String, Object>> found) {
    rows.put(matter, found);
    return this;
  }

  /** The name becomes harmless: what is no letter, digit, dot or dash is replaced. */
  public Export file(String name, byte[] content) {
    files.put("files/" + name.replaceAll("[^\\p{L}\\p{Nd}.\\-]", "_"), content);
    return this;
  }

  public Map<String, List<Map<String, Object>>> rows() {
    return rows;
  }

  public Map<String, byte[]> files() {
    return files;
  }
}
