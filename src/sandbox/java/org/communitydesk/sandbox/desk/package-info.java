/**
 * What the sandbox does to the desk that it plays with: demo people, first scripts, a database
 * marked as its own, idleness and a new beginning. Absent where the platforms run alone.
 */
package org.communitydesk.sandbox.desk;
