package isms.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTest {

    private final AtomicInteger put = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Shared<Integer> shared = new Shared<>(() -> {
        int nth = put.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return nth;
    });

    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    private Thread asking() {
        return Thread.ofPlatform().start(() -> answers.add(shared.ask()));
    }

    @Test
    void who_asks_while_a_question_is_under_way_gets_the_answer_to_one_that_is_put_later_and_for_all()
            throws Exception {
        var threads = new ArrayList<Thread>();
        threads.add(asking());
        await().until(() -> put.get() == 1);
        for (int i = 0; i < 20; i++) {
            threads.add(asking());
        }
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

        released.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(put).hasValue(2);
        assertThat(answers).hasSize(21).containsOnlyOnce(1).contains(2);
        assertThat(shared.ask()).isEqualTo(3);
    }

    @Test
    void a_question_that_fails_fails_for_who_asked_it_and_not_for_ever() {
        var failing = new Shared<>(() -> {
            if (put.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return put.get();
        });

        assertThatThrownBy(failing::ask)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(failing.ask()).isEqualTo(2);
    }
}
