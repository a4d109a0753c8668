package org.ambassadorportal.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** A mail server that answers each recipient as the test says, as no well-behaved one does on demand. */
public final class ScriptedSmtp implements AutoCloseable {

    /** For {@code answers}: says nothing at all, and keeps the connection open. */
    static final String SILENCE = "";

    private final ServerSocket socket;
    private final UnaryOperator<String> answers;
    private final Runnable afterTaking;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    /**
     * Starts the server.
     *
     * @param answers what it says to {@code RCPT TO} for an address, such as "550 no such user"
     */
    ScriptedSmtp(UnaryOperator<String> answers) throws IOException {
        this(answers, () -> {});
    }

    /**
     * Starts the server.
     *
     * @param answers what it says to {@code RCPT TO} for an address, such as "550 no such user"
     * @param afterTaking what happens between its taking of a message and its saying so
     */
    public ScriptedSmtp(UnaryOperator<String> answers, Runnable afterTaking) throws IOException {
        this.answers = answers;
        this.afterTaking = afterTaking;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var accepting = new Thread(this::accept, "scripted-smtp");
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The messages that were taken, as they came over the line. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                var talking = new Thread(() -> talk(client), "scripted-smtp-client");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 test");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                switch (command) {
                    case "RCPT" -> {
                        var answer = answers.apply(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                        if (!answer.equals(SILENCE)) say(client, answer);
                    }
                    case "DATA" -> {
                        say(client, "354 go on");
                        taken.add(message(in));
                        afterTaking.run();
                        say(client, "250 taken");
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client hung up.
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append("\r\n");
        }
        return message.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
