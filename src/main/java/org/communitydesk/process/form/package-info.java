/**
 * What stands behind the forms: {@code layOut…} listeners write what a form shows as variables of
 * the task, {@code take…} listeners hand what was submitted to the rooms. No text stays in the
 * engine.
 */
package org.communitydesk.process.form;
