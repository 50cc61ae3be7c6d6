/**
 * Scheme 2 and what follows from it: {@code scheme-2-violation}, {@code sanction}, {@code
 * moderate-message}, {@code platform-act}, {@code reconcile-bans}, {@code ban-drift}.
 */
package org.communitydesk.process.sanction;
