package org.communitydesk.knowledge;

/** An official page or file that belongs to a script; its address begins with https. */
public record Link(String title, String url) {}
