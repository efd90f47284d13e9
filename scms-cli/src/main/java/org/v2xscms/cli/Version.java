package org.v2xscms.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which build this is and which Java runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Scms.class.getPackage().getImplementationVersion();
        return new String[] {"scms " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()};
    }
}
