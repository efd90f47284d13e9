/** The command line: one {@code ./scms} sub-command for every job a person does with the system. */
@NullMarked
package org.v2xscms.cli;

import org.jspecify.annotations.NullMarked;
