package org.v2xscms.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.v2xscms.kernel.files.PrivateFiles;

/** On which port of this machine each authority listens; the same at every start of an installation. */
public final class Addresses {

    private final Map<AuthorityService, Integer> ports;

    private Addresses(Map<AuthorityService, Integer> ports) {
        this.ports = new EnumMap<>(ports);
    }

    /**
     * Reads the ports of an installation.
     *
     * @throws IllegalStateException if there is no installation in {@code data}
     */
    public static Addresses read(DataFolder data) {
        Path file = data.addresses();
        if (!Files.exists(file)) {
            throw new IllegalStateException("no installation in " + data.root() + ": start one with 'scms up'");
        }
        Map<AuthorityService, Integer> ports = new EnumMap<>(AuthorityService.class);
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                int space = line.indexOf(' ');
                ports.put(
                        AuthorityService.valueOf(line.substring(0, space)),
                        Integer.parseInt(line.substring(space + 1)));
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("cannot read the ports in " + file, e);
        }
        return new Addresses(ports);
    }

    /** Reads the ports, or chooses free ones and writes them down. */
    static Addresses readOrChoose(DataFolder data) {
        if (Files.exists(data.addresses())) {
            return read(data);
        }
        Map<AuthorityService, Integer> ports = new EnumMap<>(AuthorityService.class);
        List<ServerSocket> held = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        try {
            for (AuthorityService service : AuthorityService.values()) {
                // Held until all are chosen: no two services get the same port.
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(service, socket.getLocalPort());
                lines.append(service.name())
                        .append(' ')
                        .append(socket.getLocalPort())
                        .append('\n');
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            PrivateFiles.write(data.addresses(), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot choose ports", e);
        }
        return new Addresses(ports);
    }

    int port(AuthorityService service) {
        return ports.getOrDefault(service, 0);
    }

    /** The base URL of an authority. */
    public URI of(AuthorityService service) {
        return URI.create("https://localhost:" + port(service) + "/");
    }
}
