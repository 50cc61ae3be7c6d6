package org.communitydesk.engine;

/**
 * Passwords that everybody may know and that are therefore not worth a costly hash. A desk in use
 * has none; whoever shows the product off with people of his own offers a bean.
 */
public interface PublicPasswords {

  boolean contains(String password);
}
