package org.v2xscms.eca.device;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.kernel.operator.OperatorGate;

/** What operators do to devices. Each request is signed by one; see {@link OperatorGate}. */
@RestController
public class DeviceController {

    /** POST a {@link DeviceRegistration}. */
    public static final String DEVICES = "/v3/operator/devices";

    /** POST a canonical id in ASCII. */
    public static final String BLOCKED = "/v3/operator/blocked-devices";

    private final Devices devices;
    private final OperatorGate gate;
    private final ErrorAnswers errors;

    public DeviceController(Devices devices, OperatorGate gate, ErrorAnswers errors) {
        this.devices = devices;
        this.gate = gate;
        this.errors = errors;
    }

    @PostMapping(path = DEVICES, consumes = "application/octet-stream")
    ResponseEntity<byte[]> register(@RequestBody byte[] body, HttpServletRequest request) {
        Optional<String> operator = operator(request, DEVICES, body);
        if (operator.isEmpty()) {
            return errors.answer(new ScmsError.Unauthenticated());
        }
        try {
            DeviceRegistration registration =
                    DeviceRegistration.CODEC.decode(body, Reading.STRICT).value();
            return switch (devices.register(registration, operator.get())) {
                case YES -> ResponseEntity.ok().build();
                case OTHER_KEY -> errors.answer(new ScmsError.Refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED));
            };
        } catch (DecodeException unreadable) {
            return errors.answer(new ScmsError.Refused(ErrorNumber.NOT_PARSED));
        }
    }

    @PostMapping(path = BLOCKED, consumes = "application/octet-stream")
    ResponseEntity<byte[]> block(@RequestBody byte[] body, HttpServletRequest request) {
        Optional<String> operator = operator(request, BLOCKED, body);
        if (operator.isEmpty()) {
            return errors.answer(new ScmsError.Unauthenticated());
        }
        return devices.block(new String(body, StandardCharsets.US_ASCII), operator.get())
                ? ResponseEntity.ok().build()
                : errors.answer(new ScmsError.NotFound());
    }

    private Optional<String> operator(HttpServletRequest request, String path, byte[] body) {
        return gate.operator(
                request.getHeader(OperatorGate.NAME),
                request.getHeader(OperatorGate.TIME),
                request.getHeader(OperatorGate.SIGNATURE),
                "POST",
                path,
                Octets.of(body));
    }
}
