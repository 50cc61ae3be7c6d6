/** What becomes a script, and scripts that are due for a look: {@code script-review}. */
package org.communitydesk.process.knowledge;
