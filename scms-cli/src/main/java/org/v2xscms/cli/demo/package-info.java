/** The whole life of a credential as one command: everything real, everything checked. */
@NullMarked
package org.v2xscms.cli.demo;

import org.jspecify.annotations.NullMarked;
