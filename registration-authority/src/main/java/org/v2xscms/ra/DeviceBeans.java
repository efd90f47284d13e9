package org.v2xscms.ra;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.ra.device.DeviceEnvelope;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.device.DownloadCheck;
import org.v2xscms.ra.device.EnrollmentCheck;
import org.v2xscms.ra.download.Downloads;
import org.v2xscms.ra.misbehaviour.ReportBudget;
import org.v2xscms.ra.misbehaviour.Reports;
import org.v2xscms.ra.request.CertificateRequestRules;
import org.v2xscms.ra.request.CertificateRequests;
import org.v2xscms.ra.request.SinglePreparation;
import org.v2xscms.ra.successor.Successors;

/** What faces the devices. */
@Configuration(proxyBeanMethods = false)
class DeviceBeans {

    @Bean
    RaSignature raSignature(AuthorityIdentity own) {
        return new RaSignature(own);
    }

    @Bean
    Devices devices(SecureRandom random) {
        return new Devices(random);
    }

    @Bean
    DeviceEnvelope deviceEnvelope(AuthorityIdentity own) {
        return new DeviceEnvelope(own);
    }

    @Bean
    EnrollmentCheck enrollmentCheck(Trust trust, InstantSource clock) {
        return new EnrollmentCheck(trust, clock);
    }

    @Bean
    DownloadCheck downloadCheck(
            DeviceEnvelope envelope,
            EnrollmentCheck enrollment,
            SignatureVerifier verifier,
            RaSettings settings,
            InstantSource clock) {
        return new DownloadCheck(envelope, enrollment, verifier, settings, clock);
    }

    @Bean
    CertificateRequestRules certificateRequestRules(
            RaSettings settings, IPeriods periods, InstantSource clock, Trust trust) {
        return new CertificateRequestRules(settings, periods, clock, trust.require("pca"));
    }

    @Bean
    CertificateRequests certificateRequests(
            AuthorityDatabase database,
            Devices devices,
            DeviceEnvelope envelope,
            EnrollmentCheck enrollment,
            CertificateRequestRules rules,
            SinglePreparation single,
            RaSignature signature,
            SignatureVerifier verifier,
            RaSettings settings,
            InstantSource clock,
            CrashPoints crash) {
        return new CertificateRequests(
                database, devices, envelope, enrollment, rules, single, signature, verifier, settings, clock, crash);
    }

    @Bean
    Downloads downloads(
            AuthorityDatabase database,
            Devices devices,
            DownloadCheck check,
            IPeriods periods,
            RaSettings settings,
            InstantSource clock) {
        return new Downloads(database, devices, check, periods, settings, clock);
    }

    @Bean
    Successors successors(
            AuthorityDatabase database,
            Devices devices,
            DeviceEnvelope envelope,
            EnrollmentCheck enrollment,
            DownloadCheck downloads,
            RaSignature signature,
            SignatureVerifier verifier,
            IPeriods periods,
            RaSettings settings,
            InstantSource clock) {
        return new Successors(
                database, devices, envelope, enrollment, downloads, signature, verifier, periods, settings, clock);
    }

    @Bean
    Reports reports(
            Peers peers,
            Trust trust,
            DownloadCheck check,
            AuthorityDatabase database,
            Devices devices,
            RaSettings settings,
            InstantSource clock) {
        return new Reports(
                peers.client("ma", Role.MA),
                trust.require("ma"),
                new ReportBudget(settings.reports(), clock),
                check,
                database,
                devices,
                settings);
    }
}
