package org.communitydesk.web;

import org.springframework.web.multipart.MultipartFile;

/** Names of files that people send. */
final class FileNames {

  private static final int LONGEST = 200;

  private FileNames() {}

  /** Without folders and control signs, the last 200 characters; {@code file} when none is left. */
  static String bare(MultipartFile file) {
    String given = file.getOriginalFilename();
    String bare =
        given == null ? "" : given.replaceAll("[\\p{Cntrl}]", "").replaceFirst("^.*[/\\\\]", "");
    String kept = bare.isBlank() ? "file" : bare;
    return kept.length() <= LONGEST ? kept : kept.substring(kept.length() - LONGEST);
  }
}
