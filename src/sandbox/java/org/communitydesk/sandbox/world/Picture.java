package org.communitydesk.sandbox.world;

/** The bytes of a picture and what its sender says they are. */
public record Picture(String contentType, byte[] content) {}
