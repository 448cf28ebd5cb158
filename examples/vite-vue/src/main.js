import "article-card/article-card.css";
import "article-card/vue";
import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#root");
