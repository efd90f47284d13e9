/** Devices at the command line: each a folder beside the installation's data, with the client library inside. */
@NullMarked
package org.v2xscms.cli.device;

import org.jspecify.annotations.NullMarked;
